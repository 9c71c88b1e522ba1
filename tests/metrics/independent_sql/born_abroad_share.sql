-- Declared and not France, over everyone. On the last month-end of the period, whoever sent a row for it.
SELECT
  NULL AS agency,
  SUM(CASE WHEN birth_area NOT IN ('france', 'undeclared') THEN 1 ELSE 0 END) AS numerator,
  COUNT(*) AS denominator
FROM staff
WHERE retired_by IS NULL
  AND day = (SELECT MAX(day) FROM staff WHERE retired_by IS NULL AND day >= :start AND day < :stop)
UNION ALL
SELECT
  agency_id,
  SUM(CASE WHEN birth_area NOT IN ('france', 'undeclared') THEN 1 ELSE 0 END),
  COUNT(*)
FROM staff
WHERE retired_by IS NULL
  AND day = (SELECT MAX(day) FROM staff WHERE retired_by IS NULL AND day >= :start AND day < :stop)
GROUP BY agency_id
