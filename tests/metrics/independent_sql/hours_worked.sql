-- Minutes worked, in hours. Rests on the people of the last month-end.
WITH present AS (
  SELECT agency_id, person
  FROM staff
  WHERE retired_by IS NULL
    AND day = (SELECT MAX(day) FROM staff WHERE retired_by IS NULL AND day >= :start AND day < :stop)
)
SELECT
  NULL AS agency,
  SUM(worked_minutes) AS numerator,
  60 AS denominator,
  (SELECT COUNT(*) FROM present) AS base
FROM hours_worked
WHERE retired_by IS NULL AND day >= :start AND day < :stop
UNION ALL
SELECT
  hours_worked.agency_id,
  SUM(worked_minutes),
  60,
  (SELECT COUNT(*) FROM present WHERE present.agency_id = hours_worked.agency_id)
FROM hours_worked
WHERE retired_by IS NULL AND day >= :start AND day < :stop
GROUP BY hours_worked.agency_id
