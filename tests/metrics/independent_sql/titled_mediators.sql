-- Mediators with a title, wherever obtained, among mediators. On the last month-end of the period.
SELECT
  NULL AS agency,
  SUM(CASE WHEN title IN ('own_cfa', 'elsewhere') THEN 1 ELSE 0 END) AS numerator,
  1 AS denominator,
  COUNT(*) AS whole
FROM staff
WHERE retired_by IS NULL
  AND job_id IN (SELECT id FROM job WHERE family = 'mediator')
  AND day = (SELECT MAX(day) FROM staff WHERE retired_by IS NULL AND day >= :start AND day < :stop)
UNION ALL
SELECT
  staff.agency_id,
  SUM(CASE WHEN title IN ('own_cfa', 'elsewhere') THEN 1 ELSE 0 END),
  1,
  COUNT(*)
FROM staff
WHERE retired_by IS NULL
  AND job_id IN (SELECT id FROM job WHERE family = 'mediator')
  AND day = (SELECT MAX(day) FROM staff WHERE retired_by IS NULL AND day >= :start AND day < :stop)
GROUP BY staff.agency_id
