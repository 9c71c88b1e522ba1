-- Leavers on a CDI, times month-ends, over the people on a CDI of all month-ends: leavers over their mean.
WITH heads AS (
  SELECT agency_id, COUNT(DISTINCT day) AS months, SUM(CASE WHEN contract = 'permanent' THEN 1 ELSE 0 END) AS people
  FROM staff
  WHERE retired_by IS NULL AND day >= :start AND day < :stop
  GROUP BY agency_id
),
leavers AS (
  SELECT agency_id, COUNT(*) AS gone
  FROM staff_move
  WHERE retired_by IS NULL AND day >= :start AND day < :stop AND move = 'exit' AND contract = 'permanent'
    AND reason IN ('resignation', 'economic', 'dismissal', 'agreed', 'retirement', 'death')
  GROUP BY agency_id
)
SELECT
  NULL AS agency,
  (SELECT COALESCE(SUM(gone), 0) FROM leavers) * MAX(months) AS numerator,
  SUM(people) AS denominator,
  (SELECT COALESCE(SUM(gone), 0) FROM leavers) AS base
FROM heads
UNION ALL
SELECT heads.agency_id, COALESCE(gone, 0) * months, people, COALESCE(gone, 0)
FROM heads LEFT JOIN leavers ON leavers.agency_id = heads.agency_id
