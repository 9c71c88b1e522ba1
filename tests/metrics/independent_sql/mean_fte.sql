-- Hundredths of all month-ends, over a hundred times the month-ends.
SELECT
  NULL AS agency,
  SUM(fte_hundredths) AS numerator,
  100 * COUNT(DISTINCT day) AS denominator
FROM staff
WHERE retired_by IS NULL AND day >= :start AND day < :stop
UNION ALL
SELECT
  staff.agency_id,
  SUM(fte_hundredths),
  100 * COUNT(DISTINCT day)
FROM staff
WHERE retired_by IS NULL AND day >= :start AND day < :stop
GROUP BY staff.agency_id
