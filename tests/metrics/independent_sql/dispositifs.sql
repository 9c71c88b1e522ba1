-- The same, and those of bulky waste.
SELECT
  NULL AS agency,
  COUNT(DISTINCT dispositif_id) AS numerator,
  1 AS denominator
FROM market JOIN dispositif ON dispositif.id = market.dispositif_id
WHERE market.retired_by IS NULL
  AND (dispositif.field_mediation IS TRUE OR dispositif.branch = 'bulky_waste')
  AND market.valid_from < :stop AND (market.valid_to IS NULL OR market.valid_to >= :stop)
UNION ALL
SELECT
  market.agency_id,
  COUNT(DISTINCT dispositif_id),
  1
FROM market JOIN dispositif ON dispositif.id = market.dispositif_id
WHERE market.retired_by IS NULL
  AND (dispositif.field_mediation IS TRUE OR dispositif.branch = 'bulky_waste')
  AND market.valid_from < :stop AND (market.valid_to IS NULL OR market.valid_to >= :stop)
GROUP BY market.agency_id
