-- Agencies of territories with a market running on the last day.
SELECT
  NULL AS agency,
  COUNT(DISTINCT market.agency_id) AS numerator,
  1 AS denominator
FROM market JOIN agency ON agency.id = market.agency_id
WHERE market.retired_by IS NULL AND agency.kind = 'territory'
  AND market.valid_from < :stop AND (market.valid_to IS NULL OR market.valid_to >= :stop)
UNION ALL
SELECT
  market.agency_id,
  COUNT(DISTINCT market.agency_id),
  1
FROM market JOIN agency ON agency.id = market.agency_id
WHERE market.retired_by IS NULL AND agency.kind = 'territory'
  AND market.valid_from < :stop AND (market.valid_to IS NULL OR market.valid_to >= :stop)
GROUP BY market.agency_id
