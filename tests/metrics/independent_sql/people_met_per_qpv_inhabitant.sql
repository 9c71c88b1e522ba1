-- 1,000 times the people met in QPV sectors, over the inhabitants of QPV of the same covered cities, each once.
WITH covered AS (
  SELECT DISTINCT market_city.agency_id, market_city.city_id, city.qpv_population
  FROM market_city JOIN city ON city.id = market_city.city_id
  WHERE market_city.retired_by IS NULL AND city.qpv_population > 0
    AND market_city.valid_from < :stop AND (market_city.valid_to IS NULL OR market_city.valid_to >= :stop)
)
SELECT
  NULL AS agency,
  (SELECT 1000 * SUM(intervention.people_met) FROM intervention JOIN sector ON sector.id = intervention.sector_id
   WHERE intervention.retired_by IS NULL AND intervention.day >= :start AND intervention.day < :stop
     AND sector.qpv IS TRUE AND sector.city_id IN (SELECT city_id FROM covered)) AS numerator,
  (SELECT SUM(qpv_population) FROM city WHERE id IN (SELECT city_id FROM covered)) AS denominator
UNION ALL
SELECT
  agency.id,
  (SELECT 1000 * SUM(intervention.people_met) FROM intervention JOIN sector ON sector.id = intervention.sector_id
   WHERE intervention.retired_by IS NULL AND intervention.day >= :start AND intervention.day < :stop
     AND sector.qpv IS TRUE AND intervention.agency_id = agency.id
     AND sector.city_id IN (SELECT city_id FROM covered WHERE covered.agency_id = agency.id)),
  (SELECT SUM(qpv_population) FROM covered WHERE covered.agency_id = agency.id)
FROM agency
