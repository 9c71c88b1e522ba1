-- Contacts counted by the teams.
SELECT NULL AS agency, SUM(people_met) AS numerator, 1 AS denominator
FROM intervention
WHERE retired_by IS NULL AND day >= :start AND day < :stop
UNION ALL
SELECT agency_id, SUM(people_met), 1
FROM intervention
WHERE retired_by IS NULL AND day >= :start AND day < :stop
GROUP BY agency_id
