-- Half of those who came or went, times month-ends, over the people of all month-ends.
WITH heads AS (
  SELECT agency_id, COUNT(DISTINCT day) AS months, COUNT(*) AS people
  FROM staff
  WHERE retired_by IS NULL AND day >= :start AND day < :stop
  GROUP BY agency_id
),
moved AS (
  SELECT agency_id, COUNT(*) AS people
  FROM staff_move
  WHERE retired_by IS NULL AND day >= :start AND day < :stop AND move IN ('entry', 'exit')
  GROUP BY agency_id
)
SELECT
  NULL AS agency,
  (SELECT COALESCE(SUM(people), 0) FROM moved) * MAX(months) AS numerator,
  2 * SUM(people) AS denominator,
  (SELECT COALESCE(SUM(people), 0) FROM moved) / 2 AS base
FROM heads
UNION ALL
SELECT heads.agency_id, COALESCE(moved.people, 0) * months, 2 * heads.people, COALESCE(moved.people, 0) / 2
FROM heads LEFT JOIN moved ON moved.agency_id = heads.agency_id
