-- Hundredths of the contracts, per 100. On the last month-end of the period, whoever sent a row for it.
SELECT
  NULL AS agency,
  SUM(fte_hundredths) AS numerator,
  100 AS denominator
FROM staff
WHERE retired_by IS NULL
  AND day = (SELECT MAX(day) FROM staff WHERE retired_by IS NULL AND day >= :start AND day < :stop)
UNION ALL
SELECT
  agency_id,
  SUM(fte_hundredths),
  100
FROM staff
WHERE retired_by IS NULL
  AND day = (SELECT MAX(day) FROM staff WHERE retired_by IS NULL AND day >= :start AND day < :stop)
GROUP BY agency_id
