-- One row is one intervention.
SELECT NULL AS agency, COUNT(*) AS numerator, 1 AS denominator
FROM intervention
WHERE retired_by IS NULL AND day >= :start AND day < :stop
UNION ALL
SELECT agency_id, COUNT(*), 1
FROM intervention
WHERE retired_by IS NULL AND day >= :start AND day < :stop
GROUP BY agency_id
