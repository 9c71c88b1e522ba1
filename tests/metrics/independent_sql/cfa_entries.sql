-- Enrolments by their first day.
SELECT
  NULL AS agency,
  COUNT(*) AS numerator,
  1 AS denominator
FROM enrolment
WHERE enrolment.retired_by IS NULL AND enrolment.valid_from >= :start AND enrolment.valid_from < :stop
UNION ALL
SELECT
  enrolment.agency_id,
  COUNT(*),
  1
FROM enrolment
WHERE enrolment.retired_by IS NULL AND enrolment.valid_from >= :start AND enrolment.valid_from < :stop
GROUP BY enrolment.agency_id
