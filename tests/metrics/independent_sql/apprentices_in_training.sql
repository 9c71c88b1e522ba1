-- Enrolments open at any time in the period.
SELECT
  NULL AS agency,
  COUNT(*) AS numerator,
  1 AS denominator
FROM enrolment
WHERE enrolment.retired_by IS NULL
  AND enrolment.valid_from < :stop AND (enrolment.valid_to IS NULL OR enrolment.valid_to > :start)
UNION ALL
SELECT
  enrolment.agency_id,
  COUNT(*),
  1
FROM enrolment
WHERE enrolment.retired_by IS NULL
  AND enrolment.valid_from < :stop AND (enrolment.valid_to IS NULL OR enrolment.valid_to > :start)
GROUP BY enrolment.agency_id
