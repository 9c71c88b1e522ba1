-- Due in the period, and not done by then.
SELECT NULL AS agency, COUNT(*) AS numerator, 1 AS denominator
FROM rse_action
WHERE retired_by IS NULL AND due_on >= :start AND due_on < :stop
  AND status <> 'abandoned' AND (done_on IS NULL OR done_on > due_on)
UNION ALL
SELECT agency_id, COUNT(*), 1
FROM rse_action
WHERE retired_by IS NULL AND due_on >= :start AND due_on < :stop
  AND status <> 'abandoned' AND (done_on IS NULL OR done_on > due_on)
GROUP BY agency_id
