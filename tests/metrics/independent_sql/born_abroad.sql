-- Declared, and not France. On the last month-end of the period, whoever sent a row for it.
SELECT
  NULL AS agency,
  COUNT(*) AS numerator,
  1 AS denominator
FROM staff
WHERE retired_by IS NULL AND birth_area NOT IN ('france', 'undeclared')
  AND day = (SELECT MAX(day) FROM staff WHERE retired_by IS NULL AND day >= :start AND day < :stop)
UNION ALL
SELECT
  agency_id,
  COUNT(*),
  1
FROM staff
WHERE retired_by IS NULL AND birth_area NOT IN ('france', 'undeclared')
  AND day = (SELECT MAX(day) FROM staff WHERE retired_by IS NULL AND day >= :start AND day < :stop)
GROUP BY agency_id
