-- Invoices and credit notes to clients.
SELECT NULL AS agency, COUNT(*) AS numerator, 1 AS denominator
FROM invoice
WHERE retired_by IS NULL AND day >= :start AND day < :stop AND direction = 'client'
UNION ALL
SELECT agency_id, COUNT(*), 1
FROM invoice
WHERE retired_by IS NULL AND day >= :start AND day < :stop AND direction = 'client'
GROUP BY agency_id
