-- 1,000 times the people met, wherever they are, over the inhabitants of QPV of covered cities, each city once.
SELECT
  NULL AS agency,
  (SELECT 1000 * SUM(people_met) FROM intervention WHERE retired_by IS NULL AND day >= :start AND day < :stop)
    AS numerator,
  SUM(qpv_population) AS denominator
FROM city
WHERE id IN (
  SELECT city_id FROM market_city
  WHERE retired_by IS NULL AND valid_from < :stop AND (valid_to IS NULL OR valid_to >= :stop)
)
UNION ALL
SELECT
  covered.agency_id,
  (SELECT 1000 * SUM(people_met) FROM intervention
   WHERE agency_id = covered.agency_id AND retired_by IS NULL AND day >= :start AND day < :stop),
  SUM(qpv_population)
FROM (
  SELECT DISTINCT agency_id, city_id FROM market_city
  WHERE retired_by IS NULL AND valid_from < :stop AND (valid_to IS NULL OR valid_to >= :stop)
) AS covered JOIN city ON city.id = covered.city_id
GROUP BY covered.agency_id
