-- Permanent contracts over those that are no apprenticeship. On the last month-end of the period, whoever sent a row for it.
SELECT
  NULL AS agency,
  SUM(CASE WHEN contract = 'permanent' THEN 1 ELSE 0 END) AS numerator,
  SUM(CASE WHEN contract <> 'apprentice' THEN 1 ELSE 0 END) AS denominator
FROM staff
WHERE retired_by IS NULL
  AND day = (SELECT MAX(day) FROM staff WHERE retired_by IS NULL AND day >= :start AND day < :stop)
UNION ALL
SELECT
  agency_id,
  SUM(CASE WHEN contract = 'permanent' THEN 1 ELSE 0 END),
  SUM(CASE WHEN contract <> 'apprentice' THEN 1 ELSE 0 END)
FROM staff
WHERE retired_by IS NULL
  AND day = (SELECT MAX(day) FROM staff WHERE retired_by IS NULL AND day >= :start AND day < :stop)
GROUP BY agency_id
