-- People present at awareness sessions.
SELECT NULL AS agency, SUM(participants) AS numerator, 1 AS denominator
FROM rse_event
WHERE retired_by IS NULL AND day >= :start AND day < :stop AND kind = 'awareness'
UNION ALL
SELECT agency_id, SUM(participants), 1
FROM rse_event
WHERE retired_by IS NULL AND day >= :start AND day < :stop AND kind = 'awareness'
GROUP BY agency_id
