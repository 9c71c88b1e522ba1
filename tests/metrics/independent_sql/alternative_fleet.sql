-- Vehicles of the alternative kinds on the last month-end of the period.
SELECT NULL AS agency, SUM(CASE WHEN k.alternative THEN v.vehicles ELSE 0 END) AS numerator, 1 AS denominator
FROM vehicle AS v JOIN vehicle_kind AS k ON k.id = v.vehicle_kind_id
WHERE v.retired_by IS NULL
  AND v.day = (SELECT MAX(day) FROM vehicle WHERE retired_by IS NULL AND day >= :start AND day < :stop)
UNION ALL
SELECT v.agency_id, SUM(CASE WHEN k.alternative THEN v.vehicles ELSE 0 END), 1
FROM vehicle AS v JOIN vehicle_kind AS k ON k.id = v.vehicle_kind_id
WHERE v.retired_by IS NULL
  AND v.day = (SELECT MAX(day) FROM vehicle WHERE retired_by IS NULL AND day >= :start AND day < :stop)
GROUP BY v.agency_id
