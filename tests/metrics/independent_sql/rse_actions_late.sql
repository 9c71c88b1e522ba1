-- Due before the last day, not done that day, and not given up.
SELECT NULL AS agency, COUNT(*) AS numerator, 1 AS denominator
FROM rse_action
WHERE retired_by IS NULL AND due_on < (SELECT MAX(id) FROM calendar WHERE id < :stop)
  AND status <> 'abandoned' AND (done_on IS NULL OR done_on >= :stop)
UNION ALL
SELECT agency_id, COUNT(*), 1
FROM rse_action
WHERE retired_by IS NULL AND due_on < (SELECT MAX(id) FROM calendar WHERE id < :stop)
  AND status <> 'abandoned' AND (done_on IS NULL OR done_on >= :stop)
GROUP BY agency_id
