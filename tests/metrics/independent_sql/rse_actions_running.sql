-- Begun, and closed after the last day of the period or not at all.
SELECT NULL AS agency, COUNT(*) AS numerator, 1 AS denominator
FROM rse_action
WHERE retired_by IS NULL AND valid_from < :stop AND (valid_to IS NULL OR valid_to >= :stop)
UNION ALL
SELECT agency_id, COUNT(*), 1
FROM rse_action
WHERE retired_by IS NULL AND valid_from < :stop AND (valid_to IS NULL OR valid_to >= :stop)
GROUP BY agency_id
