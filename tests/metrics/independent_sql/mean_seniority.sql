-- Whole months since hired, added up, over twelve months times people. On the last month-end of the period.
SELECT
  NULL AS agency,
  SUM(seniority_months) AS numerator,
  12 * COUNT(*) AS denominator,
  COUNT(*) AS base
FROM staff
WHERE retired_by IS NULL
  AND day = (SELECT MAX(day) FROM staff WHERE retired_by IS NULL AND day >= :start AND day < :stop)
UNION ALL
SELECT
  staff.agency_id,
  SUM(seniority_months),
  12 * COUNT(*),
  COUNT(*)
FROM staff
WHERE retired_by IS NULL
  AND day = (SELECT MAX(day) FROM staff WHERE retired_by IS NULL AND day >= :start AND day < :stop)
GROUP BY staff.agency_id
