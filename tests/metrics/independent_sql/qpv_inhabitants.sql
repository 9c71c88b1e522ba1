-- Inhabitants of the QPV of covered cities, each city once.
SELECT NULL AS agency, SUM(qpv_population) AS numerator, 1 AS denominator
FROM city
WHERE id IN (
  SELECT city_id FROM market_city
  WHERE retired_by IS NULL AND valid_from < :stop AND (valid_to IS NULL OR valid_to >= :stop)
)
UNION ALL
SELECT covered.agency_id, SUM(qpv_population), 1
FROM (
  SELECT DISTINCT agency_id, city_id FROM market_city
  WHERE retired_by IS NULL AND valid_from < :stop AND (valid_to IS NULL OR valid_to >= :stop)
) AS covered JOIN city ON city.id = covered.city_id
GROUP BY covered.agency_id
