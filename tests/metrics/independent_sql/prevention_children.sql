-- Those present at the two exhibitions.
SELECT NULL AS agency, SUM(participants) AS numerator, 1 AS denominator
FROM prevention_action
WHERE retired_by IS NULL AND day >= :start AND day < :stop
  AND kind IN ('exhibition_9_13', 'exhibition_13_18')
UNION ALL
SELECT agency_id, SUM(participants), 1
FROM prevention_action
WHERE retired_by IS NULL AND day >= :start AND day < :stop
  AND kind IN ('exhibition_9_13', 'exhibition_13_18')
GROUP BY agency_id
