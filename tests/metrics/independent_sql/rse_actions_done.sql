-- Done in the period.
SELECT NULL AS agency, COUNT(*) AS numerator, 1 AS denominator
FROM rse_action
WHERE retired_by IS NULL AND done_on >= :start AND done_on < :stop
UNION ALL
SELECT agency_id, COUNT(*), 1
FROM rse_action
WHERE retired_by IS NULL AND done_on >= :start AND done_on < :stop
GROUP BY agency_id
