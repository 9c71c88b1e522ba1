-- Cents asked, per 100.
SELECT NULL AS agency, SUM(asked_cents) AS numerator, 100 AS denominator
FROM grant_file
WHERE retired_by IS NULL AND day >= :start AND day < :stop
UNION ALL
SELECT agency_id, SUM(asked_cents), 100
FROM grant_file
WHERE retired_by IS NULL AND day >= :start AND day < :stop
GROUP BY agency_id
