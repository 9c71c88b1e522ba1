-- Kilograms, per 1000.
SELECT NULL AS agency, SUM(kilograms) AS numerator, 1000 AS denominator
FROM collection
WHERE retired_by IS NULL AND day >= :start AND day < :stop
UNION ALL
SELECT agency_id, SUM(kilograms), 1000
FROM collection
WHERE retired_by IS NULL AND day >= :start AND day < :stop
GROUP BY agency_id
