/**
 * Names of enumeration values, in order from 0; `n:name` continues at n. Values without a name stay numbers. Makers are
 * those of sport devices and apps.
 */
export const enumerationText = {
  sport:
    'generic running cycling transition fitness_equipment swimming basketball soccer tennis american_football ' +
    'training walking cross_country_skiing alpine_skiing snowboarding rowing mountaineering hiking multisport ' +
    'paddling flying e_biking motorcycling boating driving golf hang_gliding horseback_riding hunting fishing ' +
    'inline_skating rock_climbing sailing ice_skating sky_diving snowshoeing snowmobiling stand_up_paddleboarding ' +
    'surfing wakeboarding water_skiing kayaking rafting windsurfing kitesurfing tactical jumpmaster boxing ' +
    'floor_climbing baseball 53:diving 56:shooting 58:winter_sport grinding 62:hiit video_gaming racket ' +
    'wheelchair_push_walk wheelchair_push_run meditation para_sport disc_golf team_sport cricket rugby hockey ' +
    'lacrosse volleyball water_tubing wakesurfing water_sport archery mixed_martial_arts motor_sports snorkeling ' +
    'dance jump_rope pool_apnea mobility geocaching canoeing 254:all',
  sub_sport:
    'generic treadmill street trail track spin indoor_cycling road mountain downhill recumbent cyclocross ' +
    'hand_cycling track_cycling indoor_rowing elliptical stair_climbing lap_swimming open_water ' +
    'flexibility_training strength_training warm_up match exercise challenge indoor_skiing cardio_training ' +
    'indoor_walking e_bike_fitness bmx casual_walking speed_walking bike_to_run_transition run_to_bike_transition ' +
    'swim_to_bike_transition atv motocross backcountry resort rc_drone wingsuit whitewater skate_skiing yoga ' +
    'pilates indoor_running gravel_cycling e_bike_mountain commuting mixed_surface navigate track_me map ' +
    'single_gas_diving multi_gas_diving gauge_diving apnea_diving apnea_hunting virtual_activity obstacle ' +
    '62:breathing ccr_diving 65:sail_race expedition ultra indoor_climbing bouldering hiit indoor_grinding ' +
    'hunting_with_dogs amrap emom tabata 77:esport triathlon duathlon brick swim_run adventure_race ' +
    'trucker_workout pickleball padel indoor_wheelchair_walk indoor_wheelchair_run indoor_hand_cycling 90:field ' +
    'ice ultimate platform squash badminton racquetball table_tennis overland trolling_motor 110:fly_canopy ' +
    'fly_paraglide fly_paramotor fly_pressurized fly_navigate fly_timer fly_altimeter fly_wx fly_vfr fly_ifr ' +
    '121:dynamic_apnea 123:enduro rucking rally pool_triathlon e_bike_enduro 153:mountain_enduro ' +
    'mountain_downhill 254:all',
  event:
    'timer 3:workout workout_step power_down power_up off_course session lap course_point battery ' +
    'virtual_partner_pace hr_high_alert hr_low_alert speed_high_alert speed_low_alert cad_high_alert ' +
    'cad_low_alert power_high_alert power_low_alert recovery_hr battery_low time_duration_alert ' +
    'distance_duration_alert calorie_duration_alert activity fitness_equipment length 32:user_marker sport_point ' +
    '36:calibration 42:front_gear_change rear_gear_change rider_position_change elev_high_alert elev_low_alert ' +
    'comm_timeout 54:auto_activity_detect 56:dive_alert dive_gas_switched 71:tank_pressure_reserve ' +
    'tank_pressure_critical tank_lost 75:radar_threat_alert tank_battery_low 81:tank_pod_connected ' +
    'tank_pod_disconnected',
  event_type: 'start stop consecutive marker stop_all begin end end_all stop_disable stop_disable_all',
  file_type:
    '1:device settings sport activity workout course schedules 9:weight totals goals 14:blood_pressure ' +
    'monitoring_a 20:activity_summary 28:monitoring_daily 32:monitoring_b 34:segment segment_list ' +
    '40:exd_configuration',
  activity_type: 'manual auto_multi_sport',
  session_trigger: 'activity_end manual auto_multi_sport fitness_equipment',
  lap_trigger:
    'manual time distance position_start position_lap position_waypoint position_marked session_end ' +
    'fitness_equipment',
  intensity: 'active rest warmup cooldown recovery interval other',
  duration_type:
    'time distance hr_less_than hr_greater_than calories open repeat_until_steps_cmplt repeat_until_time ' +
    'repeat_until_distance repeat_until_calories repeat_until_hr_less_than repeat_until_hr_greater_than ' +
    'repeat_until_power_less_than repeat_until_power_greater_than power_less_than power_greater_than ' +
    'training_peaks_tss repeat_until_power_last_lap_less_than repeat_until_max_power_last_lap_less_than ' +
    'power3s_less_than power10s_less_than power30s_less_than power3s_greater_than power10s_greater_than ' +
    'power30s_greater_than power_lap_less_than power_lap_greater_than repeat_until_training_peaks_tss ' +
    'repetition_time reps 31:time_only',
  target_type:
    'speed heart_rate open cadence power grade resistance power3s power10s power30s power_lap swim_stroke ' +
    'speed_lap heart_rate_lap',
  swim_stroke: 'freestyle backstroke breaststroke butterfly drill mixed im im_by_round rimo',
  length_type: 'idle active',
  gender: 'female male',
  measure: 'metric statute nautical',
  course_point:
    'generic summit valley water food danger left right straight first_aid fourth_category third_category ' +
    'second_category first_category hors_category sprint left_fork right_fork middle_fork slight_left sharp_left ' +
    'slight_right sharp_right u_turn segment_start segment_end 27:campsite aid_station rest_area general_distance ' +
    'service energy_gel sports_drink mile_marker checkpoint shelter meeting_spot overlook toilet shower gear ' +
    'sharp_curve steep_incline tunnel bridge obstacle crossing store transition navaid transport alert info',
  source_type: 'ant antplus bluetooth bluetooth_low_energy wifi local',
  battery_status: '1:new good ok low critical charging unknown',
  hr_zone_calc: 'custom percent_max_hr percent_hrr percent_lthr',
  power_zone_calc: 'custom percent_ftp',
  split_type:
    '1:ascent_split descent_split interval_active interval_rest interval_warmup interval_cooldown ' +
    'interval_recovery interval_other climb_active climb_rest surf_active run_active run_rest workout_round ' +
    '17:rwd_run rwd_walk 21:windsurf_active rwd_stand transition 28:ski_lift_split ski_run_split',
  set_type: 'rest active',
  manufacturer:
    '1:garmin 6:srm quarq 9:saris 11:tanita 15:dynastream timex 23:suunto 28:peaksware 32:wahoo_fitness ' +
    '40:concept2 shimano 48:pioneer 51:4iiiis 60:rotor 63:specialized 68:cateye stages_cycling sigmasport tomtom ' +
    '73:wattbike 76:moxy ciclosport 81:bontrager 83:scosche 86:elite nielsen_kellerman 89:tacx 95:stryd icg ' +
    '98:bsx_athletics look campagnolo_srl 105:cosinuss 107:magene 111:technogym bryton_sensors 115:igpsport ' +
    'thinkrider 118:waterrower 120:inpeak kinetic 123:polar_electro 127:leomo 129:coros_byte 132:cycplus ' +
    '134:sigeyi coospo 137:bosch 140:decathlon_byte 142:tag_heuer keiser_fitness zwift_byte 147:meilan_byte ' +
    '150:myzone 255:development 258:lezyne scribe_labs zwift 263:favero_electronics 265:strava precor bryton sram ' +
    'navman cobi 276:life_time_fitness 278:minoura 281:trainer_road the_sufferfest 284:virtualtraining 286:omata ' +
    '289:hammerhead 293:jetblack coros 298:trailforks mahle_ebikemotion nurvv 303:greenteg 305:whoop 307:onelap ' +
    '309:form decathlon 318:fazua 325:aero_sensor nike magicshine 330:eo_swimbetter mywhoosh 337:runna 339:zepp ' +
    'peloton 342:tissot 348:huawei',
} as const;

export type EnumerationName = keyof typeof enumerationText;

/** Names and values of enumerations. */
export interface Enumerations {
  /** The name of a value, or undefined when it has none. */
  nameOf(enumeration: string, value: number): string | undefined;
  /** The value of a name, or undefined when there is no such name. */
  valueOf(enumeration: string, name: string): number | undefined;
}

/** The enumerations. A name is looked up in the text once, and then remembered. */
export const enumerations: Enumerations = /* @__PURE__ */ openEnumerations();

function openEnumerations(): Enumerations {
  const found = new Map<string, Map<number, string | undefined>>();
  return {
    nameOf(enumeration, value) {
      const names = found.get(enumeration) ?? new Map<number, string | undefined>();
      found.set(enumeration, names);
      if (!names.has(value)) names.set(value, find(enumeration, (other) => other === value)?.name);
      return names.get(value);
    },
    valueOf: (enumeration, name) => find(enumeration, (_, other) => other === name)?.value,
  };
}

/** The first entry of an enumeration that is the wanted one. */
function find(enumeration: string, isWanted: (value: number, name: string) => boolean) {
  if (!Object.hasOwn(enumerationText, enumeration)) return undefined;
  let value = 0;
  for (const token of enumerationText[enumeration as EnumerationName].split(' ')) {
    const colon = token.indexOf(':');
    if (colon > 0) value = Number(token.slice(0, colon));
    const name = token.slice(colon + 1);
    if (isWanted(value, name)) return { value, name };
    value++;
  }
  return undefined;
}
