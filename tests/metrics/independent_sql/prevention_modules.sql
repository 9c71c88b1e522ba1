-- Modules held.
SELECT NULL AS agency, COUNT(*) AS numerator, 1 AS denominator
FROM prevention_action
WHERE retired_by IS NULL AND day >= :start AND day < :stop AND kind = 'module'
UNION ALL
SELECT agency_id, COUNT(*), 1
FROM prevention_action
WHERE retired_by IS NULL AND day >= :start AND day < :stop AND kind = 'module'
GROUP BY agency_id
