-- Enrolments that reached the jury over those that ended in the period.
SELECT
  NULL AS agency,
  SUM(CASE WHEN enrolment.outcome <> 'interrupted' THEN 1 ELSE 0 END) AS numerator,
  COUNT(*) AS denominator
FROM enrolment
WHERE enrolment.retired_by IS NULL
  AND enrolment.ended_on >= :start AND enrolment.ended_on < :stop
UNION ALL
SELECT
  enrolment.agency_id,
  SUM(CASE WHEN enrolment.outcome <> 'interrupted' THEN 1 ELSE 0 END),
  COUNT(*)
FROM enrolment
WHERE enrolment.retired_by IS NULL
  AND enrolment.ended_on >= :start AND enrolment.ended_on < :stop
GROUP BY enrolment.agency_id
