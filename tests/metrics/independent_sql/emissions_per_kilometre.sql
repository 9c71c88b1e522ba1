-- The same emissions over the same kilometres.
SELECT NULL AS agency, SUM(kilometres * CASE vehicle_kind_id
    WHEN 'car_diesel' THEN 11056
    WHEN 'car_petrol' THEN 13801
    WHEN 'car_hybrid' THEN 11342
    WHEN 'car_electric' THEN 1209
    WHEN 'moped' THEN 6040
    WHEN 'escooter' THEN 200
    WHEN 'ebike' THEN 223
  END) AS numerator, SUM(kilometres) * 100000 AS denominator
FROM mileage
WHERE retired_by IS NULL AND day >= :start AND day < :stop
UNION ALL
SELECT agency_id, SUM(kilometres * CASE vehicle_kind_id
    WHEN 'car_diesel' THEN 11056
    WHEN 'car_petrol' THEN 13801
    WHEN 'car_hybrid' THEN 11342
    WHEN 'car_electric' THEN 1209
    WHEN 'moped' THEN 6040
    WHEN 'escooter' THEN 200
    WHEN 'ebike' THEN 223
  END), SUM(kilometres) * 100000
FROM mileage
WHERE retired_by IS NULL AND day >= :start AND day < :stop
GROUP BY agency_id
