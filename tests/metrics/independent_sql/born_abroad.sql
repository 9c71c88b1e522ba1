-- Declared, and not France, among everyone. On the last month-end of the period, whoever sent a row for it.
SELECT
  NULL AS agency,
  SUM(CASE WHEN birth_area NOT IN ('france', 'undeclared') THEN 1 ELSE 0 END) AS numerator,
  1 AS denominator,
  COUNT(*) AS whole
FROM staff
WHERE retired_by IS NULL
  AND day = (SELECT MAX(day) FROM staff WHERE retired_by IS NULL AND day >= :start AND day < :stop)
UNION ALL
SELECT
  staff.agency_id,
  SUM(CASE WHEN birth_area NOT IN ('france', 'undeclared') THEN 1 ELSE 0 END),
  1,
  COUNT(*)
FROM staff
WHERE retired_by IS NULL
  AND day = (SELECT MAX(day) FROM staff WHERE retired_by IS NULL AND day >= :start AND day < :stop)
GROUP BY staff.agency_id
