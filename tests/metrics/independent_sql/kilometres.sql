-- Kilometres of the months of the period.
SELECT NULL AS agency, SUM(kilometres) AS numerator, 1 AS denominator
FROM mileage
WHERE retired_by IS NULL AND day >= :start AND day < :stop
UNION ALL
SELECT agency_id, SUM(kilometres), 1
FROM mileage
WHERE retired_by IS NULL AND day >= :start AND day < :stop
GROUP BY agency_id
