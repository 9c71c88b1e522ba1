-- Years lived, added up, over people. On the last month-end of the period.
SELECT
  NULL AS agency,
  SUM(age) AS numerator,
  COUNT(*) AS denominator,
  COUNT(*) AS base
FROM staff
WHERE retired_by IS NULL
  AND day = (SELECT MAX(day) FROM staff WHERE retired_by IS NULL AND day >= :start AND day < :stop)
UNION ALL
SELECT
  staff.agency_id,
  SUM(age),
  COUNT(*),
  COUNT(*)
FROM staff
WHERE retired_by IS NULL
  AND day = (SELECT MAX(day) FROM staff WHERE retired_by IS NULL AND day >= :start AND day < :stop)
GROUP BY staff.agency_id
