-- Interventions with a sector over all interventions.
SELECT
  NULL AS agency,
  COUNT(sector_id) AS numerator,
  COUNT(*) AS denominator
FROM intervention
WHERE retired_by IS NULL AND day >= :start AND day < :stop
UNION ALL
SELECT
  intervention.agency_id,
  COUNT(sector_id),
  COUNT(*)
FROM intervention
WHERE retired_by IS NULL AND day >= :start AND day < :stop
GROUP BY intervention.agency_id
