-- Interventions in a sector that is a QPV, over those in any sector.
SELECT
  NULL AS agency,
  SUM(CASE WHEN sector.qpv THEN 1 ELSE 0 END) AS numerator,
  COUNT(*) AS denominator
FROM intervention JOIN sector ON sector.id = intervention.sector_id
WHERE intervention.retired_by IS NULL AND intervention.day >= :start AND intervention.day < :stop
UNION ALL
SELECT
  intervention.agency_id,
  SUM(CASE WHEN sector.qpv THEN 1 ELSE 0 END),
  COUNT(*)
FROM intervention JOIN sector ON sector.id = intervention.sector_id
WHERE intervention.retired_by IS NULL AND intervention.day >= :start AND intervention.day < :stop
GROUP BY intervention.agency_id
