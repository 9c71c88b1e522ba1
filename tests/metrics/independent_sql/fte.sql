-- Hundredths of the contracts, per 100. Rests on people. On the last month-end, whoever sent a row for it.
SELECT
  NULL AS agency,
  SUM(fte_hundredths) AS numerator,
  100 AS denominator,
  COUNT(*) AS base
FROM staff
WHERE retired_by IS NULL
  AND day = (SELECT MAX(day) FROM staff WHERE retired_by IS NULL AND day >= :start AND day < :stop)
UNION ALL
SELECT
  staff.agency_id,
  SUM(fte_hundredths),
  100,
  COUNT(*)
FROM staff
WHERE retired_by IS NULL
  AND day = (SELECT MAX(day) FROM staff WHERE retired_by IS NULL AND day >= :start AND day < :stop)
GROUP BY staff.agency_id
