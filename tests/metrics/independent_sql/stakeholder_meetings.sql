-- Meetings with stakeholders.
SELECT NULL AS agency, COUNT(*) AS numerator, 1 AS denominator
FROM rse_event
WHERE retired_by IS NULL AND day >= :start AND day < :stop AND kind = 'stakeholders'
UNION ALL
SELECT agency_id, COUNT(*), 1
FROM rse_event
WHERE retired_by IS NULL AND day >= :start AND day < :stop AND kind = 'stakeholders'
GROUP BY agency_id
