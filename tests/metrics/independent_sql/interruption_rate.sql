-- Enrolments left in the period over those open at any time in it.
SELECT
  NULL AS agency,
  SUM(CASE WHEN enrolment.outcome = 'interrupted'
      AND enrolment.ended_on >= :start AND enrolment.ended_on < :stop THEN 1 ELSE 0 END) AS numerator,
  COUNT(*) AS denominator
FROM enrolment
WHERE enrolment.retired_by IS NULL
  AND enrolment.valid_from < :stop AND (enrolment.valid_to IS NULL OR enrolment.valid_to > :start)
UNION ALL
SELECT
  enrolment.agency_id,
  SUM(CASE WHEN enrolment.outcome = 'interrupted'
      AND enrolment.ended_on >= :start AND enrolment.ended_on < :stop THEN 1 ELSE 0 END),
  COUNT(*)
FROM enrolment
WHERE enrolment.retired_by IS NULL
  AND enrolment.valid_from < :stop AND (enrolment.valid_to IS NULL OR enrolment.valid_to > :start)
GROUP BY enrolment.agency_id
