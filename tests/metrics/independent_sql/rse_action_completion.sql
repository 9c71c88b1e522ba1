-- Done, late or not, over what was due in the period and not given up.
SELECT NULL AS agency, COUNT(done_on) AS numerator, COUNT(*) AS denominator
FROM rse_action
WHERE retired_by IS NULL AND due_on >= :start AND due_on < :stop AND status <> 'abandoned'
UNION ALL
SELECT agency_id, COUNT(done_on), COUNT(*)
FROM rse_action
WHERE retired_by IS NULL AND due_on >= :start AND due_on < :stop AND status <> 'abandoned'
GROUP BY agency_id
