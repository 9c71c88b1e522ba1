-- Accidents of commuting, with or without stop.
SELECT
  NULL AS agency,
  COUNT(*) AS numerator,
  1 AS denominator
FROM accident
WHERE retired_by IS NULL AND day >= :start AND day < :stop AND kind = 'commute'
UNION ALL
SELECT
  accident.agency_id,
  COUNT(*),
  1
FROM accident
WHERE retired_by IS NULL AND day >= :start AND day < :stop AND kind = 'commute'
GROUP BY accident.agency_id
