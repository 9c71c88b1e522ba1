-- Accidents at work that stopped someone; commuting apart.
SELECT
  NULL AS agency,
  COUNT(*) AS numerator,
  1 AS denominator
FROM accident
WHERE retired_by IS NULL AND day >= :start AND day < :stop AND kind = 'work' AND with_stop
UNION ALL
SELECT
  accident.agency_id,
  COUNT(*),
  1
FROM accident
WHERE retired_by IS NULL AND day >= :start AND day < :stop AND kind = 'work' AND with_stop
GROUP BY accident.agency_id
