-- One row is one pupil.
SELECT NULL AS agency, COUNT(*) AS numerator, 1 AS denominator
FROM placement
WHERE retired_by IS NULL AND day >= :start AND day < :stop
UNION ALL
SELECT agency_id, COUNT(*), 1
FROM placement
WHERE retired_by IS NULL AND day >= :start AND day < :stop
GROUP BY agency_id
