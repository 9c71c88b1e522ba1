-- Invoices and credit notes from suppliers.
SELECT NULL AS agency, COUNT(*) AS numerator, 1 AS denominator
FROM invoice
WHERE retired_by IS NULL AND day >= :start AND day < :stop AND direction = 'supplier'
UNION ALL
SELECT agency_id, COUNT(*), 1
FROM invoice
WHERE retired_by IS NULL AND day >= :start AND day < :stop AND direction = 'supplier'
GROUP BY agency_id
