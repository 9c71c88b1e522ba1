-- Minutes worked, in hours.
SELECT
  NULL AS agency,
  SUM(worked_minutes) AS numerator,
  60 AS denominator
FROM hours_worked
WHERE retired_by IS NULL AND day >= :start AND day < :stop
UNION ALL
SELECT
  hours_worked.agency_id,
  SUM(worked_minutes),
  60
FROM hours_worked
WHERE retired_by IS NULL AND day >= :start AND day < :stop
GROUP BY hours_worked.agency_id
