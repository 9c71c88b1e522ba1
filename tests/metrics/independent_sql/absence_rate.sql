-- Minutes away over minutes owed. Rests on the people of the last month-end.
WITH missed AS (
  SELECT agency_id, SUM(minutes) AS minutes
  FROM absence
  WHERE retired_by IS NULL AND day >= :start AND day < :stop
  GROUP BY agency_id
),
owed AS (
  SELECT agency_id, SUM(theoretical_minutes) AS minutes
  FROM hours_worked
  WHERE retired_by IS NULL AND day >= :start AND day < :stop
  GROUP BY agency_id
),
present AS (
  SELECT agency_id, person
  FROM staff
  WHERE retired_by IS NULL
    AND day = (SELECT MAX(day) FROM staff WHERE retired_by IS NULL AND day >= :start AND day < :stop)
)
SELECT
  NULL AS agency,
  (SELECT SUM(minutes) FROM missed) AS numerator,
  (SELECT SUM(minutes) FROM owed) AS denominator,
  (SELECT COUNT(*) FROM present) AS base
UNION ALL
SELECT
  owed.agency_id,
  missed.minutes,
  owed.minutes,
  (SELECT COUNT(*) FROM present WHERE present.agency_id = owed.agency_id)
FROM owed LEFT JOIN missed ON missed.agency_id = owed.agency_id
