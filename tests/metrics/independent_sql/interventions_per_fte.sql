-- 100 times the rows, times the month-ends, over the hundredths of the field posts open at each of them.
SELECT
  NULL AS agency,
  (SELECT 100 * COUNT(*) FROM intervention
   WHERE intervention.retired_by IS NULL AND intervention.day >= :start AND intervention.day < :stop)
    * (SELECT COUNT(DISTINCT month) FROM calendar WHERE id >= :start AND id < :stop) AS numerator,
  (SELECT SUM(post.fte_hundredths) FROM post
   JOIN (SELECT MAX(id) AS day FROM calendar WHERE id >= :start AND id < :stop GROUP BY month) AS month_end
     ON post.valid_from <= month_end.day AND (post.valid_to IS NULL OR post.valid_to > month_end.day)
   WHERE post.retired_by IS NULL AND post.on_field IS TRUE) AS denominator
UNION ALL
SELECT
  agency.id,
  (SELECT 100 * COUNT(*) FROM intervention
   WHERE intervention.retired_by IS NULL AND intervention.day >= :start AND intervention.day < :stop
     AND intervention.agency_id = agency.id)
    * (SELECT COUNT(DISTINCT month) FROM calendar WHERE id >= :start AND id < :stop),
  (SELECT SUM(post.fte_hundredths) FROM post
   JOIN (SELECT MAX(id) AS day FROM calendar WHERE id >= :start AND id < :stop GROUP BY month) AS month_end
     ON post.valid_from <= month_end.day AND (post.valid_to IS NULL OR post.valid_to > month_end.day)
   WHERE post.retired_by IS NULL AND post.on_field IS TRUE
     AND post.agency_id = agency.id)
FROM agency
