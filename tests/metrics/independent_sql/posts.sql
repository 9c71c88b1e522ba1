-- Posts open at any time in the period.
SELECT
  NULL AS agency,
  COUNT(*) AS numerator,
  1 AS denominator
FROM post
WHERE post.retired_by IS NULL
  AND post.valid_from < :stop AND (post.valid_to IS NULL OR post.valid_to > :start)
UNION ALL
SELECT
  post.agency_id,
  COUNT(*),
  1
FROM post
WHERE post.retired_by IS NULL
  AND post.valid_from < :stop AND (post.valid_to IS NULL OR post.valid_to > :start)
GROUP BY post.agency_id
