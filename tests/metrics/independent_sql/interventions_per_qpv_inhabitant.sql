-- 1,000 times the interventions in QPV sectors, times the month-ends, over the inhabitants of QPV at each of them of the
-- same cities: those with a running market, each once.
WITH month_end AS (
  SELECT MAX(id) AS day FROM calendar WHERE id >= :start AND id < :stop GROUP BY month
), served AS (
  SELECT DISTINCT month_end.day, market_city.agency_id, market_city.city_id, city.qpv_population
  FROM month_end
  JOIN market ON market.retired_by IS NULL
    AND market.valid_from <= month_end.day AND (market.valid_to IS NULL OR market.valid_to > month_end.day)
  JOIN market_city ON market_city.market_code = market.code AND market_city.retired_by IS NULL
    AND market_city.valid_from <= month_end.day
    AND (market_city.valid_to IS NULL OR market_city.valid_to > month_end.day)
  JOIN city ON city.id = market_city.city_id
  WHERE city.qpv_population > 0
)
SELECT
  NULL AS agency,
  (SELECT 1000 * COUNT(*) FROM intervention JOIN sector ON sector.id = intervention.sector_id
   WHERE intervention.retired_by IS NULL AND intervention.day >= :start AND intervention.day < :stop
     AND sector.qpv IS TRUE AND sector.city_id IN (SELECT city_id FROM served))
    * (SELECT COUNT(*) FROM month_end) AS numerator,
  (SELECT SUM(qpv_population) FROM (SELECT DISTINCT day, city_id, qpv_population FROM served) AS each_once)
    AS denominator
UNION ALL
SELECT
  agency.id,
  (SELECT 1000 * COUNT(*) FROM intervention JOIN sector ON sector.id = intervention.sector_id
   WHERE intervention.retired_by IS NULL AND intervention.day >= :start AND intervention.day < :stop
     AND sector.qpv IS TRUE AND intervention.agency_id = agency.id
     AND sector.city_id IN (SELECT city_id FROM served WHERE served.agency_id = agency.id))
    * (SELECT COUNT(*) FROM month_end),
  (SELECT SUM(qpv_population) FROM served WHERE served.agency_id = agency.id)
FROM agency
