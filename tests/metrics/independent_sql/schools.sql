-- Different schools served at any time in the period.
SELECT
  NULL AS agency,
  COUNT(DISTINCT site_id) AS numerator,
  1 AS denominator
FROM place JOIN site ON site.id = place.site_id
WHERE place.retired_by IS NULL AND site.kind = 'school'
  AND place.valid_from < :stop AND (place.valid_to IS NULL OR place.valid_to > :start)
UNION ALL
SELECT
  place.agency_id,
  COUNT(DISTINCT site_id),
  1
FROM place JOIN site ON site.id = place.site_id
WHERE place.retired_by IS NULL AND site.kind = 'school'
  AND place.valid_from < :stop AND (place.valid_to IS NULL OR place.valid_to > :start)
GROUP BY place.agency_id
