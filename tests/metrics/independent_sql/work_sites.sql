-- Different sites served at any time in the period.
SELECT
  NULL AS agency,
  COUNT(DISTINCT site_id) AS numerator,
  1 AS denominator
FROM place
WHERE place.retired_by IS NULL
  AND place.valid_from < :stop AND (place.valid_to IS NULL OR place.valid_to > :start)
UNION ALL
SELECT
  place.agency_id,
  COUNT(DISTINCT site_id),
  1
FROM place
WHERE place.retired_by IS NULL
  AND place.valid_from < :stop AND (place.valid_to IS NULL OR place.valid_to > :start)
GROUP BY place.agency_id
