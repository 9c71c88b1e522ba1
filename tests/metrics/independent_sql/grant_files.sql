-- Files sent, whatever became of them.
SELECT NULL AS agency, COUNT(*) AS numerator, 1 AS denominator
FROM grant_file
WHERE retired_by IS NULL AND day >= :start AND day < :stop
UNION ALL
SELECT agency_id, COUNT(*), 1
FROM grant_file
WHERE retired_by IS NULL AND day >= :start AND day < :stop
GROUP BY agency_id
