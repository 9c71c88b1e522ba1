-- Enrolments left before the jury, by their last day.
SELECT
  NULL AS agency,
  COUNT(*) AS numerator,
  1 AS denominator
FROM enrolment
WHERE enrolment.retired_by IS NULL
  AND enrolment.ended_on >= :start AND enrolment.ended_on < :stop AND enrolment.outcome = 'interrupted'
UNION ALL
SELECT
  enrolment.agency_id,
  COUNT(*),
  1
FROM enrolment
WHERE enrolment.retired_by IS NULL
  AND enrolment.ended_on >= :start AND enrolment.ended_on < :stop AND enrolment.outcome = 'interrupted'
GROUP BY enrolment.agency_id
