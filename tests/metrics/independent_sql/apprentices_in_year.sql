-- Different people seen with an apprenticeship at any month-end.
SELECT NULL AS agency, COUNT(DISTINCT person) AS numerator, 1 AS denominator
FROM staff
WHERE retired_by IS NULL AND day >= :start AND day < :stop AND contract = 'apprentice'
UNION ALL
SELECT agency_id, COUNT(DISTINCT person), 1
FROM staff
WHERE retired_by IS NULL AND day >= :start AND day < :stop AND contract = 'apprentice'
GROUP BY agency_id
